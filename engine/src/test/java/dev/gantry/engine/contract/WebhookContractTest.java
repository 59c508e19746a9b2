package dev.gantry.engine.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gantry.engine.LeapingTime;
import dev.gantry.engine.Outcome;
import dev.gantry.engine.cluster.ApiFailure;
import dev.gantry.engine.cluster.Write;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Admission webhooks that deny, hang, or cannot be reached. */
class WebhookContractTest extends Contract {

    @Test
    void should_take_a_denial_for_final_and_say_who_denies_and_why() throws Exception {
        try (Webhook webhook = new Webhook(Webhook.Behaviour.DENIES)) {
            configure(webhook.url(), webhook.caBundle());

            int before = webhook.calls.get();

            Outcome outcome = applied();

            assertNothingWasBegun(outcome);
            assertThat(shown(outcome.findings()))
                    .containsExactly("GTY-CLU-022 ConfigMap " + namespace + "/web null Shop.java:11");
            assertThat(outcome.findings()).allSatisfy(finding -> {
                assertThat(says(finding, "owner.example.com")).isTrue();
                assertThat(says(finding, "maps need an owner")).isTrue();
            });
            assertThat(webhook.calls.get() - before).as("calls for the object").isEqualTo(1);
        }
    }

    @Test
    void should_call_one_that_hangs_again_and_then_name_it() throws Exception {
        try (Webhook webhook = new Webhook(Webhook.Behaviour.HANGS)) {
            configure(webhook.url(), webhook.caBundle());

            Outcome outcome = applied();

            assertUnreachable(outcome);
            assertThat(webhook.calls.get()).isGreaterThan(1);
        }
    }

    @Test
    void should_call_one_that_is_not_there_again_and_then_name_it() throws Exception {
        String caBundle;
        String url;
        try (Webhook webhook = new Webhook(Webhook.Behaviour.DENIES)) {
            caBundle = webhook.caBundle();
            url = webhook.url();
        }
        configure(url, caBundle);

        assertUnreachable(applied());
    }

    private void assertUnreachable(Outcome outcome) {
        assertNothingWasBegun(outcome);
        assertThat(outcome.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo("GTY-CLU-023");
            assertThat(says(finding, "owner.example.com")).isTrue();
            assertThat(finding.origin()).hasToString("Shop.java:11");
        });
        assertThat(find("v1", "ConfigMap", "web")).isEmpty();
    }

    private Outcome applied() {
        return engine(cluster, new LeapingTime(), options -> {}).apply(List.of(program(configMap("web", "a: b"))));
    }

    /** For the maps of this test's namespace, and nobody else's. */
    private void configure(String url, String caBundle) throws InterruptedException {
        make(SOMEBODY, """
                apiVersion: admissionregistration.k8s.io/v1
                kind: ValidatingWebhookConfiguration
                metadata: {name: NS}
                webhooks:
                  - name: owner.example.com
                    admissionReviewVersions: [v1]
                    sideEffects: None
                    failurePolicy: Fail
                    timeoutSeconds: 1
                    namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: NS}}
                    clientConfig: {url: "%s", caBundle: "%s"}
                    rules:
                      - {apiGroups: [""], apiVersions: [v1], operations: [CREATE], resources: [configmaps]}
                """.formatted(url, caBundle));
        // A server takes a moment before it knows of a webhook.
        for (int i = 0; i < 100 && !isCalled(); i++) {
            Thread.sleep(100);
        }
    }

    private boolean isCalled() {
        try {
            var probe = tree(configMap("probe", "a: b"));
            cluster.write(Write.create(ref(probe), probe, SOMEBODY).onlyTried());
            return false;
        } catch (ApiFailure e) {
            return true;
        }
    }
}
