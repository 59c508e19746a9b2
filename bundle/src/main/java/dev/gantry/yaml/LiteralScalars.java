package dev.gantry.yaml;

/** Text of several lines as a literal block: {@code |}, {@code |-}, {@code |+}. */
final class LiteralScalars {

    private LiteralScalars() {}

    /** Writes the block with the line feed after it; each line starts at {@code column}, empty ones stay empty. */
    static void append(String text, int column, Utf8Text out) {
        out.append('|');
        if (hidesItsIndentation(text)) {
            out.append(Character.forDigit(YamlPrinter.STEP, 10));
        }
        int length = text.length();
        if (text.charAt(length - 1) != '\n') {
            out.append('-');
        } else if (text.charAt(length - 2) == '\n') {
            out.append('+');
        }
        out.append('\n');
        for (int start = 0; start < length; ) {
            int feed = text.indexOf('\n', start);
            int end = feed < 0 ? length : feed;
            if (end > start) {
                out.appendBlanks(column);
                out.append(text.substring(start, end));
            }
            out.append('\n');
            start = end + 1;
        }
    }

    /** Whether a reader cannot find the indentation from the first line that is not empty. */
    private static boolean hidesItsIndentation(String text) {
        int i = 0;
        while (text.charAt(i) == '\n') {
            i++;
        }
        return text.charAt(i) == ' ' || text.charAt(i) == '\t';
    }
}
