package org.ronron.ui.pages;

import java.util.List;
import org.ronron.core.model.RequestRef;
import org.ronron.core.plan.Plan;
import org.ronron.ui.pages.backups.BackupsPage;
import org.ronron.ui.pages.connections.ConnectionsPage;
import org.ronron.ui.pages.history.HistoryPage;
import org.ronron.ui.pages.operations.OperationsPage;
import org.ronron.ui.pages.requests.RequestsPage;
import org.ronron.ui.pages.review.ReviewPage;
import org.ronron.ui.pages.spaces.SpacesPage;
import org.ronron.ui.pages.welcome.WelcomePage;
import org.ronron.ui.parts.Page;
import org.ronron.ui.parts.Ui;

/** The pages beside the topology, made once for a window; to be used on the FX thread. */
public final class Pages {
    private final WelcomePage welcome;
    private final ReviewPage review;
    private final RequestsPage requests;
    private final OperationsPage operations;
    private final ConnectionsPage connections;
    private final HistoryPage history;
    private final SpacesPage spaces;
    private final BackupsPage backups;

    /**
     * @param practise opens the practice collective; called on the FX thread
     */
    public Pages(Ui ui, Runnable practise) {
        welcome = new WelcomePage(ui, practise);
        review = new ReviewPage(ui);
        requests = new RequestsPage(ui);
        operations = new OperationsPage(ui);
        connections = new ConnectionsPage(ui);
        history = new HistoryPage(ui);
        spaces = new SpacesPage(ui);
        backups = new BackupsPage(ui);
    }

    /** Those that stand in the rail, in its order. */
    public List<Page> rail() {
        return List.of(spaces, requests, backups, operations, connections, history);
    }

    /** What stands alone when no collective is open. */
    public Page welcome() {
        return welcome;
    }

    public Page review() {
        return review;
    }

    /** Puts a plan on the review page; the caller then shows that page. */
    public void review(Plan plan) {
        review.open(plan);
    }

    public SpacesPage spaces() {
        return spaces;
    }

    /** The page in the rail that the plan in review belongs to. */
    public String reviewing() {
        return review.from();
    }

    /** Opens a request on its page; the caller then shows that page. */
    public void request(RequestRef ref) {
        requests.open(ref);
    }

    /** Opens an operation on the operations page; the caller then shows that page. */
    public void operation(String id) {
        operations.open(id);
    }
}
