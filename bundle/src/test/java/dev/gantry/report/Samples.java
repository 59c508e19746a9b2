package dev.gantry.report;

import dev.gantry.finding.Finding;
import dev.gantry.finding.Origin;
import dev.gantry.finding.Rule;
import dev.gantry.finding.Severity;
import java.util.List;

/** Findings for tests. */
final class Samples {

    static final Finding PORT = Finding.of(SampleRule.PORT, "No workload has the port \"metrics\".")
            .hint("Declare it on a container.")
            .on("Service shop/web", "spec.ports[1].targetPort")
            .in(null, "shop")
            .at(Origin.source("com/acme/Shop.java", 31))
            .related(Origin.source("com/acme/Web.java", 44), "the Deployment web-stable is made here");

    static final Finding SETTING = Finding.of(SampleRule.SETTING, "The key 'replica' is not known.")
            .at(Origin.file("src/main/gantry/production.yaml", 3, 7));

    static final Finding SECRET = Finding.of(SampleRule.SECRET, "A secret is written in plain.")
            .on("Secret shop/db", null)
            .at(Origin.source("com/acme/Shop.java", 9))
            .weighed(Severity.OFF, "a test database");

    static final Finding NOWHERE = Finding.of(SampleRule.SETTING, "There is no blueprint.");

    static final List<Finding> ALL = List.of(
            SECRET, PORT.in("staging", "shop"), SETTING.in("production", null), NOWHERE, PORT.in("production", "shop"));

    private Samples() {}

    /** Rules for tests. */
    enum SampleRule implements Rule {
        PORT("GTY-NET-003", Severity.ERROR, "A port that no workload has"),
        SETTING("GTY-SET-001", Severity.WARNING, "An unknown key"),
        SECRET("GTY-SEC-002", Severity.ERROR, "A secret in plain text");

        private final String code;
        private final Severity severity;
        private final String title;

        SampleRule(String code, Severity severity, String title) {
            this.code = code;
            this.severity = severity;
            this.title = title;
        }

        @Override
        public String code() {
            return code;
        }

        @Override
        public Severity severity() {
            return severity;
        }

        @Override
        public String title() {
            return title;
        }
    }
}
