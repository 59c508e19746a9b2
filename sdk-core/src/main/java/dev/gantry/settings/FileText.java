package dev.gantry.settings;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads a file as UTF-8, strictly. */
final class FileText {

    private FileText() {}

    /** The text without a byte order mark; {@code null} after a finding. */
    static @Nullable String read(Path file, String shown, Problems problems) {
        if (Files.isDirectory(file)) {
            unreadable(problems, Place.file(shown, 0, 0), shown + " is a folder, not a file", "");
            return null;
        }
        byte[] bytes;
        try {
            bytes = Files.readAllBytes(file);
        } catch (AccessDeniedException e) {
            unreadable(problems, Place.file(shown, 0, 0), shown + " cannot be read: access denied", "check its mode");
            return null;
        } catch (IOException e) {
            unreadable(problems, Place.file(shown, 0, 0), shown + " cannot be read: " + e.getMessage(), "");
            return null;
        }
        return decode(bytes, shown, problems);
    }

    private static @Nullable String decode(byte[] bytes, String shown, Problems problems) {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        CharBuffer chars = CharBuffer.allocate(bytes.length);
        CoderResult result = decoder.decode(ByteBuffer.wrap(bytes), chars, true);
        String text = chars.flip().toString();
        if (text.startsWith("\uFEFF")) {
            text = text.substring(1);
        }
        int bad = result.isError() ? text.length() : control(text);
        if (bad < 0) {
            return text;
        }
        Place place = placeOf(text, bad, shown);
        if (result.isError()) {
            unreadable(problems, place, shown + " is not UTF-8", "save it as UTF-8");
        } else {
            String character = "U+"
                    + Integer.toHexString(0x10000 + text.charAt(bad))
                            .substring(1)
                            .toUpperCase(Locale.ROOT);
            problems.add(
                    SettingsRule.SYNTAX,
                    place,
                    "",
                    "not valid YAML: it contains the control character " + character,
                    "remove it, or write it as an escape in double quotes");
        }
        return null;
    }

    /** The first character that YAML forbids, or -1. */
    private static int control(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean allowed =
                    c >= ' ' ? c < 0x7f || (c > 0x9f && c < 0xfffe) || c == 0x85 : c == '\t' || c == '\n' || c == '\r';
            if (!allowed) {
                return i;
            }
        }
        return -1;
    }

    private static Place placeOf(String text, int index, String shown) {
        int line = 1;
        int start = 0;
        for (int i = 0; i < index; i++) {
            if (text.charAt(i) == '\n') {
                line++;
                start = i + 1;
            }
        }
        return Place.file(shown, line, text.codePointCount(start, index) + 1);
    }

    private static void unreadable(Problems problems, Place place, String message, String hint) {
        problems.add(SettingsRule.UNREADABLE_FILE, place, "", message, hint);
    }
}
