package dev.gantry.maven;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gantry.finding.Origin;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModuleFramesTest {

    private static final StackTraceElement[] STACK = {
        frame("java.lang.Runtime", "exit", "Runtime.java", 100),
        frame("org.library.Loader", "load", "Loader.java", 7),
        frame("com.acme.Parts", "part", "Parts.java", 31),
        frame("com.acme.Shop$$Lambda/0x0001", "accept", null, -1),
        frame("com.acme.Shop$Inner", "define", "Shop.java", 12),
        frame("dev.gantry.Limited", "call", "Limited.java", 30)
    };

    @TempDir
    private Path classes;

    @BeforeEach
    void compile() throws IOException {
        Path folder = Files.createDirectories(classes.resolve("com/acme"));
        Files.createFile(folder.resolve("Parts.class"));
        Files.createFile(folder.resolve("Shop.class"));
        Files.createFile(folder.resolve("Shop$Inner.class"));
    }

    @Test
    void should_find_the_authors_line_nearest_to_the_top() {
        assertThat(new ModuleFrames(classes).line(STACK)).isEqualTo(Origin.source("com/acme/Parts.java", 31));
    }

    @Test
    void should_name_the_class_that_all_began_with() {
        assertThat(new ModuleFrames(classes).program(STACK)).isEqualTo("Shop");
    }

    @Test
    void should_find_nothing_on_a_stack_of_others() {
        ModuleFrames frames = new ModuleFrames(classes);
        assertThat(frames.line(STACK[0], STACK[1], STACK[5])).isNull();
        assertThat(frames.program(STACK[0], STACK[1], STACK[5])).isNull();
    }

    private static StackTraceElement frame(String type, String method, String file, int line) {
        return new StackTraceElement(type, method, file, line);
    }
}
