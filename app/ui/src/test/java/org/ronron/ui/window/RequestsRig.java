package org.ronron.ui.window;

import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.TextInputControl;
import org.ronron.api.Requests;
import org.ronron.core.desk.DeskState;
import org.ronron.core.model.Collective;
import org.ronron.core.model.Request;

/** The real window, opened on the Requests page. */
final class RequestsRig {
    private RequestsRig() {}

    static DeskState state(Collective collective) {
        return States.of(collective, "fr", "light");
    }

    static WindowRig opened(Request... requests) {
        return opened(ExampleRequests.farm(requests));
    }

    static WindowRig opened(Collective collective) {
        ShowDesk desk = new ShowDesk(state(collective), Forecasts::fine);
        desk.spaces.contacts.put(
                "r_17", new Requests.Contact("Camille Dupré", "amap@vallon.example"));
        WindowRig rig = new WindowRig(desk);
        press(rig, "rail-requests");
        return rig;
    }

    static void press(WindowRig rig, String id) {
        ButtonBase button = (ButtonBase) rig.find(id);
        Fx.run(button::fire);
        rig.settle();
    }

    static void type(WindowRig rig, String id, String text) {
        TextInputControl field = (TextInputControl) rig.find(id);
        Fx.run(() -> field.setText(text));
        rig.settle();
    }

    static boolean disabled(WindowRig rig, String id) {
        Node node = rig.find(id);
        return Fx.on(node::isDisabled);
    }
}
