package com.example.canary;

import static dev.gantry.testing.GantryAssertions.assertThat;

import dev.gantry.Gantry;
import dev.gantry.testing.Snapshots;
import org.junit.jupiter.api.Test;

class CanaryShopTest {

    @Test
    void should_make_the_manifests_that_were_approved() {
        Snapshots.verify(new CanaryShop());
    }

    @Test
    void should_find_nothing_in_staging_either() {
        assertThat(Gantry.synthesize(new CanaryShop(), "staging")).hasNoFindings();
    }

    @Test
    void should_send_a_tenth_of_the_customers_to_the_canary() {
        assertThat(Gantry.synthesize(new CanaryShop(), "production"))
                .hasNoFindings()
                .resource("VirtualService", "web")
                .field("spec.http[1].route[1].weight")
                .isEqualTo(10);
    }
}
