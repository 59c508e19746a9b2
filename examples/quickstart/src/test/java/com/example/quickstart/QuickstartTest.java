package com.example.quickstart;

import static dev.gantry.testing.GantryAssertions.assertThat;

import dev.gantry.Gantry;
import dev.gantry.testing.Snapshots;
import org.junit.jupiter.api.Test;

class QuickstartTest {

    @Test
    void should_make_the_manifests_that_were_approved() {
        Snapshots.verify(new Quickstart());
    }

    @Test
    void should_keep_three_servers_in_production() {
        assertThat(Gantry.synthesize(new Quickstart(), "production"))
                .hasNoFindings()
                .resource("HorizontalPodAutoscaler", "shop")
                .field("spec.minReplicas")
                .isEqualTo(3);
    }
}
