package dev.gantry.kustomize;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ProofTest {

    private static final String WEB = "{apiVersion: v1, kind: ConfigMap, metadata: {name: web}, data: {a: v, b: w}}";

    @Test
    void should_name_the_first_field_that_differs() {
        assertThat(Proof.differences(MadeTree.read(WEB), MadeTree.read(WEB.replace("w}", "z}"))))
                .containsExactly(new Proof.Difference(
                        new ObjectKey("v1", "ConfigMap", "", "web"),
                        "data.b",
                        "The program has \"w\", the tree \"z\"."));
    }

    @Test
    void should_find_what_is_missing_or_too_much() {
        assertThat(Proof.differences(MadeTree.read(WEB), MadeTree.read(WEB.replace("web", "api"))))
                .extracting(difference -> difference.key().name() + ": " + difference.message())
                .containsExactly("web: The tree does not make it.", "api: The program does not make it.");
    }

    @Test
    void should_not_mind_the_order_of_fields() {
        assertThat(Proof.differences(MadeTree.read(WEB), MadeTree.read(WEB.replace("a: v, b: w", "b: w, a: v"))))
                .isEmpty();
    }
}
