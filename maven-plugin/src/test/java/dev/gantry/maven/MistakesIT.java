package dev.gantry.maven;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A mistake a module, all in one build. */
class MistakesIT {

    private static MavenBuild build;

    @BeforeAll
    static void build_all_modules() {
        build = MavenProject.of("mistakes", "mistakes", MavenProject.NEWEST).maven("process-classes", "--fail-at-end");
    }

    @Test
    void should_fail_without_a_stack_trace() {
        build.fails();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    clock       | GTY-PUR-002 | clock/src/main/java/com/acme/Clock.java:13
                    endless     | GTY-PRG-009 | endless/src/main/java/com/acme/Endless.java:1
                    exits       | GTY-PUR-007 | exits/src/main/java/com/acme/Exits.java:12
                    foreign     | GTY-OUT-001 | no gantry.json that says that they are Gantry's
                    initializer | GTY-PRG-008 | initializer/src/main/java/com/acme/Initializer.java:9
                    missing     | GTY-PRG-012 | There is no class com.acme.Absent on the class path.
                    newer       | GTY-OUT-004 | gantry/9.8.7
                    nowhere     | GTY-SET-012 | src/main/gantry/moon.yaml does not exist
                    thrower     | GTY-PRG-008 | thrower/src/main/java/com/acme/Thrower.java:11
                    thrower     | GTY-PRG-008 | no luck in default
                    twice       | GTY-PRG-013 | com.acme.First, com.acme.Second
                    unknown-key | GTY-SET-001 | unknown-key/src/main/gantry/production.yaml:3:1
                    wrong-type  | GTY-PRG-012 | The class com.acme.Wrong is not a blueprint.
                    """)
    void should_show_code_and_place(String module, String code, String place) {
        build.module(module).says("[ERROR] error " + code, place);
        build.says("on project " + module + ": 1 error in ");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    layout             | gantry.layout takes object or stack, and not "tree".
                    sdkless            | The blueprint com.acme.Sdkless needs the Gantry SDK: add the dependency dev.gantry:gantry-sdk-core:
                    program-of-old-sdk | The Gantry SDK on the class path is version 0.0.7, with which version
                    """)
    void should_say_in_one_sentence_what_is_wrong(String module, String sentence) {
        build.says("on project " + module + ": " + sentence);
    }
}
