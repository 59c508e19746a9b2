package dev.gantry.raw;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.ReaderException;
import org.yaml.snakeyaml.reader.StreamReader;

/** Reads the documents of a YAML file. After a mistake it goes on with the next document, to find the others. */
final class YamlReader {

    private final String text;
    private final boolean tracing;
    private final Mistakes mistakes;
    private final List<ManifestDocument> documents = new ArrayList<>();

    private YamlReader(String text, boolean tracing, Mistakes mistakes) {
        this.text = text;
        this.tracing = tracing;
        this.mistakes = mistakes;
    }

    static List<ManifestDocument> read(String text, boolean tracing, Mistakes mistakes) {
        YamlReader reader = new YamlReader(text, tracing, mistakes);
        int line = 0;
        while (line >= 0) {
            line = reader.readFrom(line);
        }
        return reader.documents;
    }

    /** Reads from a line on; answers the line to go on with after a mistake, or -1 at the end. */
    private int readFrom(int firstLine) {
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(Integer.MAX_VALUE);
        ParserImpl parser = new ParserImpl(new StreamReader(text.substring(offset(firstLine))), options);
        int begun = firstLine;
        try {
            while (true) {
                Event event = parser.getEvent();
                if (event.is(Event.ID.StreamEnd)) {
                    return -1;
                }
                if (event.is(Event.ID.DocumentStart)) {
                    begun = firstLine + event.getStartMark().getLine();
                    YamlTree tree = new YamlTree(parser, firstLine, tracing, mistakes);
                    Event first = parser.peekEvent();
                    JsonNode root = tree.compose(Step.ROOT);
                    documents.add(new ManifestDocument(
                            root, tree.position(first.getStartMark()), tree.lines(), tree.doubts()));
                }
            }
        } catch (MarkedYAMLException e) {
            Mark mark = e.getProblemMark() == null ? e.getContextMark() : e.getProblemMark();
            Position position = mark == null
                    ? new Position(begun + 1, 1)
                    : new Position(firstLine + mark.getLine() + 1, mark.getColumn() + 1);
            report(e, position);
            return nextDocument(Math.max(position.line() - 1, begun + 1));
        } catch (ReaderException e) {
            Position position = position(offset(firstLine), e.getPosition());
            mistakes.add(
                    RawRule.SYNTAX,
                    position,
                    "The control character U+" + hexadecimal(e.getCodePoint()) + " is not allowed in YAML.",
                    "Remove it, or write it as an escape between double quotes.");
            return nextDocument(position.line());
        } catch (TooMuch e) {
            mistakes.add(RawRule.SYNTAX, e.position(), e.what(), "Split it, or write it out.");
            return nextDocument(e.position().line());
        }
    }

    private void report(MarkedYAMLException e, Position position) {
        String problem = e.getProblem() == null ? "it cannot be read" : e.getProblem();
        boolean tab = problem.contains("\\t(TAB)");
        if (tab) {
            problem = "found a tab where no tab can be";
        }
        String context = e.getContext() == null ? "" : " " + e.getContext();
        mistakes.add(
                RawRule.SYNTAX,
                position,
                "This is not valid YAML: " + problem + context + ".",
                tab ? "Indent with spaces." : "Look at this line and the one before it.");
    }

    /** The first line from the given one on that begins a document; -1 if there is none. */
    private int nextDocument(int from) {
        int line = from;
        for (int at = offset(from); at >= 0 && at < text.length(); line++) {
            if (text.startsWith("---", at)
                    && (at + 3 == text.length() || Character.isWhitespace(text.charAt(at + 3)))) {
                return line;
            }
            at = text.indexOf('\n', at) + 1;
            if (at == 0) {
                return -1;
            }
        }
        return -1;
    }

    private int offset(int line) {
        int at = 0;
        for (int i = 0; i < line; i++) {
            int end = text.indexOf('\n', at);
            if (end < 0) {
                return text.length();
            }
            at = end + 1;
        }
        return at;
    }

    private Position position(int from, int codePoints) {
        int end = text.offsetByCodePoints(from, codePoints);
        int line = 1;
        int start = 0;
        for (int i = 0; i < end; i++) {
            if (text.charAt(i) == '\n') {
                line++;
                start = i + 1;
            }
        }
        return new Position(line, end - start + 1);
    }

    private static String hexadecimal(int codePoint) {
        String digits = Integer.toHexString(codePoint).toUpperCase(java.util.Locale.ROOT);
        return "0".repeat(Math.max(0, 4 - digits.length())) + digits;
    }

    /** A document that is larger than any honest one. */
    static final class TooMuch extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final transient Position position;
        private final String what;

        TooMuch(Position position, String what) {
            super(what, null, false, false);
            this.position = position;
            this.what = what;
        }

        Position position() {
            return position;
        }

        String what() {
            return what;
        }
    }
}
