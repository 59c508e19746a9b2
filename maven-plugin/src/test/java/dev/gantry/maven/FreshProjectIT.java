package dev.gantry.maven;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FreshProjectIT {

    @ParameterizedTest
    @ValueSource(strings = {"oldest", "newest"})
    void should_generate_in_the_ordinary_build(String which) {
        String maven = which.equals("oldest") ? MavenProject.OLDEST : MavenProject.NEWEST;
        MavenProject shop = MavenProject.of("shop", "fresh-" + which, maven);
        MavenBuild build = shop.maven("process-classes");
        System.out.println(build.log());
        build.succeeds();
        assertThat(shop.text("target/gantry/yaml/production/shop/settings.yaml")).contains("x");
    }
}
