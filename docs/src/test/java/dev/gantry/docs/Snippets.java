package dev.gantry.docs;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The parts of a page that follow a comment such as {@code <!-- checked: summary -->}: a fenced block, or all up to
 * {@code <!-- end -->}. Each has to hold what a test has seen; with {@code -Dgantry.docs.update=true} it is written.
 */
final class Snippets {

    private static final Pattern BLOCK = Pattern.compile(
            "(<!-- checked: (\\S+) -->\\n)(?:(```\\w*\\n).*?(```\\n)|.*?(?=<!-- end -->))", Pattern.DOTALL);

    private final Map<String, String> seen = new HashMap<>();

    /** Says what a block has to hold. */
    Snippets is(String name, String text) {
        seen.put(name, text.endsWith("\n") ? text : text + "\n");
        return this;
    }

    /** What ends with a comment has no fence. */
    private static String fence(String line) {
        return line == null ? "" : line;
    }

    /** Compares a page with what was seen, block by block. */
    void check(Path page) throws IOException {
        String text = Files.readString(page);
        Set<String> found = new HashSet<>();
        Matcher block = BLOCK.matcher(text);
        StringBuilder updated = new StringBuilder();
        while (block.find()) {
            String name = block.group(2);
            assertThat(seen)
                    .as("blocks of %s that a test knows", page.getFileName())
                    .containsKey(name);
            found.add(name);
            String wanted = requireNonNull(seen.get(name));
            block.appendReplacement(
                    updated,
                    Matcher.quoteReplacement(block.group(1) + fence(block.group(3)) + wanted + fence(block.group(4))));
        }
        block.appendTail(updated);
        assertThat(found).as("blocks of %s", page.getFileName()).isEqualTo(seen.keySet());
        if (Boolean.getBoolean("gantry.docs.update")) {
            Files.writeString(page, updated);
        } else {
            assertThat(text)
                    .as("%s; run the tests with -Dgantry.docs.update=true to write it", page.getFileName())
                    .isEqualTo(updated.toString());
        }
    }
}
