package io.dualsight.web;

import io.dualsight.store.DatabaseInUse;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Which console this is, on what it runs, and whose work is in it. */
@Controller
class AboutPage {

    /**
     * The page.
     *
     * @param version of the console
     * @param java version and maker
     * @param database product and version
     * @param licences empty where the console runs from its classes
     */
    record View(String version, String java, String database, List<Licences.Group> licences) {}

    private final AgentJar agent;
    private final DatabaseInUse database;
    private final Licences licences;

    AboutPage(AgentJar agent, DatabaseInUse database, Licences licences) {
        this.agent = agent;
        this.database = database;
        this.licences = licences;
    }

    @GetMapping("/settings/about")
    String page(Model model) {
        String java = Runtime.version() + ", " + System.getProperty("java.vendor");
        model.addAttribute("view", new View(agent.version(), java, database.name(), licences.groups()));
        return "about";
    }
}
