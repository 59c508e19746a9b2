package dev.gantry.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A plugin that all modules inherit, two of which have blueprints. */
class ModulesIT {

    @ParameterizedTest
    @ValueSource(strings = {"oldest", "newest"})
    void should_generate_for_the_modules_with_blueprints(String which) {
        String maven = which.equals("oldest") ? MavenProject.OLDEST : MavenProject.NEWEST;
        MavenProject modules = MavenProject.of("modules", "modules-" + which, maven);

        modules.maven("-T", "2", "process-classes")
                .succeeds()
                .says("[Shop] shop in staging", "[Shop] asked for the team")
                .says("[Billing] billing in default", "[Billing] asked for the team")
                .says("2 resources for 2 environments from com.acme.Shop")
                .says("1 resource for 1 environment from com.acme.Billing")
                .saysNothingOf("Nothing to do", "WARNING");
        assertThat(modules.file("billing/target/gantry/gantry.json")).exists();
        assertThat(modules.file("library/target/gantry")).doesNotExist();
        assertThat(modules.file("plain/target/gantry")).doesNotExist();

        modules.delete("shop/target");
        Path elsewhere = modules.file("library");
        modules.mavenIn(
                        elsewhere,
                        "-o",
                        "-f",
                        modules.file("pom.xml").toString(),
                        "-pl",
                        "shop",
                        "-am",
                        "process-classes",
                        "gantry:validate")
                .succeeds()
                .says("Gantry made 2 resources", "Gantry checked 2 resources")
                .saysNothingOf("Billing");
        assertThat(modules.manifest("shop", "staging/shop", "configmap-settings"))
                .contains("key: checkoutred");
    }
}
