package org.ronron.ui.pages;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.ronron.api.Fault;
import org.ronron.core.model.RequestRef;
import org.ronron.core.plan.Plan;
import org.ronron.ui.parts.Navigator;

/** Writes down where a page wants to go. */
final class FakeNavigator implements Navigator {
    final List<String> ways = new CopyOnWriteArrayList<>();
    volatile @Nullable Region overlay;

    @Override
    public void go(String page) {
        ways.add("go " + page);
    }

    @Override
    public void review(Plan plan) {
        ways.add("review " + plan.shortId());
    }

    @Override
    public void operation(String id) {
        ways.add("operation " + id);
    }

    @Override
    public void space(String name) {
        ways.add("space " + name);
    }

    @Override
    public void request(RequestRef ref) {
        ways.add("request " + ref.key());
    }

    @Override
    public void inspect(@Nullable Region content) {
        ways.add("inspect");
    }

    @Override
    public void overlay(Region content) {
        overlay = content;
        ways.add("overlay");
    }

    @Override
    public void beside(Region content, Node anchor) {
        ways.add("beside");
    }

    @Override
    public void closeOverlay() {
        overlay = null;
        ways.add("closeOverlay");
    }

    @Override
    public void show(Fault fault) {
        ways.add("show " + fault.code().id());
    }

    @Override
    public void say(String text) {
        ways.add("say " + text);
    }
}
