package dev.gantry.argocd.check;

import dev.gantry.argocd.ApplicationHealth;
import dev.gantry.check.Findings;
import dev.gantry.check.Manifest;
import dev.gantry.check.Model;
import dev.gantry.finding.Finding;
import java.util.List;

/** Looks whether Argo CD, where the program configures it, can wait for the Applications of one wave before the next one. */
final class ApplicationHealthCheck {

    private final Model model;
    private final Findings findings;

    ApplicationHealthCheck(Model model, Findings findings) {
        this.model = model;
        this.findings = findings;
    }

    void check() {
        for (Manifest settings : model.ofKind("", "ConfigMap")) {
            if (!ApplicationWaves.isSettings(settings) || ApplicationWaves.areAssessed(settings)) {
                continue;
            }
            List<Manifest> later = ApplicationWaves.later(model.manifests()).stream()
                    .filter(application -> Model.sameNamespace(application, settings))
                    .toList();
            if (!later.isEmpty()) {
                report(settings, later.get(0));
            }
        }
    }

    private void report(Manifest settings, Manifest application) {
        String wave = SyncTime.of(application).wave();
        findings.add(
                settings,
                settings.tree().has("data") ? "data" : "",
                Finding.of(
                                ApplicationRule.APPLICATION_HEALTH,
                                application + " is in wave " + wave
                                        + ", but Argo CD does not know when the Applications before it are healthy, and so does not"
                                        + " wait for them.")
                        .hint("Say it with the key " + ApplicationHealth.KEY
                                + ": text(ApplicationHealth.KEY, ApplicationHealth.LUA), or by rawFields(...) where the ConfigMap"
                                + " comes from a file.")
                        .related(application.origin(), application + " is made here"));
    }
}
