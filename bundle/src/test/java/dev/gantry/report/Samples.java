package dev.gantry.report;

import dev.gantry.finding.Finding;
import dev.gantry.finding.Origin;
import dev.gantry.finding.Rule;
import dev.gantry.finding.RuleFacts;
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
        PORT(RuleFacts.error("GTY-NET-003", "A port that no workload has")),
        SETTING(RuleFacts.warning("GTY-SET-001", "An unknown key")),
        SECRET(RuleFacts.error("GTY-SEC-002", "A secret in plain text"));
        private final RuleFacts facts;

        SampleRule(RuleFacts facts) {
            this.facts = facts;
        }

        @Override
        public RuleFacts facts() {
            return facts;
        }
    }
}
