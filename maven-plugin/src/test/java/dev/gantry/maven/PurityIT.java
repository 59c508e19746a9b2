package dev.gantry.maven;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Programs whose libraries do what a look at the program's own classes does not find. */
class PurityIT {

    @Test
    void should_find_what_differs_between_two_runs() {
        MavenBuild build = MavenProject.of("purity", "purity", MavenProject.NEWEST)
                .maven("compile", "gantry:validate", "--fail-at-end", "-pl", "!exits");

        build.fails();
        build.module("dates").says("GTY-PUR-001", "dates/src/main/java/com/acme/Dates.java:12");
        build.module("identifiers").says("GTY-PUR-001", "identifiers/src/main/java/com/acme/Identifiers.java:12");
        build.module("orders").says("GTY-PUR-001", "orders/src/main/java/com/acme/Orders.java:12", "key-");
    }

    @Test
    void should_not_let_a_library_end_the_build_as_a_success() {
        MavenBuild build = MavenProject.of("purity", "exits", MavenProject.NEWEST)
                .maven("compile", "gantry:generate", "-pl", "exits", "-am");

        assertThat(build.exit()).isEqualTo(1);
        build.says("error GTY-PUR-007 exits/src/main/java/com/acme/Exits.java:13")
                .saysNothingOf("BUILD SUCCESS", "\tat ");
    }
}
