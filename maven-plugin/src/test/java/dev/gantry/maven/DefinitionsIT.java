package dev.gantry.maven;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A module that defines a kind, and has no program. */
class DefinitionsIT {

    @Test
    void should_write_the_definitions_of_a_module() {
        MavenProject project = MavenProject.of("kinds", "kinds", MavenProject.OLDEST);

        project.maven("compile", "gantry:crd")
                .succeeds()
                .says("Gantry made 1 definition", "shops.acme.com (v1) from com.acme.Shop", "(1 file changed)");
        assertThat(project.text("target/gantry-crd/shops.acme.com.yaml"))
                .contains("kind: CustomResourceDefinition\n", "description: how large it is\n", "default: 3\n");

        project.maven("gantry:crd", "-Dgantry.crdFolder=crds").succeeds().says("(1 file changed)");
        assertThat(project.file("crds/shops.acme.com.yaml")).exists();
    }

    @Test
    void should_fail_for_a_class_that_a_cluster_would_reject() {
        MavenProject project = MavenProject.of("kinds", "kinds-wrong", MavenProject.NEWEST);
        project.replace("src/main/java/com/acme/Shop.java", "@Default(\"3\")", "@Default(\"12\")");

        project.maven("compile", "gantry:crd")
                .fails()
                .says("GTY-CRD-011", "src/main/java/com/acme/Shop.java", "12 is above 9");
        assertThat(project.file("target/gantry-crd")).doesNotExist();
    }
}
