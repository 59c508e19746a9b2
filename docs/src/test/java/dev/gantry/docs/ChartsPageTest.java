package dev.gantry.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The page on charts of others shows how the platform example takes them in. */
class ChartsPageTest {

    private static final Path PAGE = ExampleRun.ROOT.resolve("docs/charts.md");
    private static final Path SOURCE =
            ExampleRun.ROOT.resolve("examples/platform/src/main/java/com/example/platform/Stores.java");

    @Test
    void should_show_how_the_platform_takes_in_its_stores() throws IOException {
        String source = Files.readString(SOURCE);
        int begin = source.indexOf("    /** Takes in a chart");
        String method = source.substring(begin, source.indexOf("\n    }\n", begin) + "\n    }\n".length());

        new Snippets().is("stores", method.indent(-4)).check(PAGE);
    }
}
