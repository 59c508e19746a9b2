package dev.gantry.helm;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * A chart's archive without the times that Helm writes into it, so that the same chart is the same bytes. It stays a plain tar: only the
 * field of the time is set in each header, and the sum over the header that guards it.
 *
 * @see <a href="https://www.gnu.org/software/tar/manual/html_node/Standard.html">the format of tar</a>
 */
final class ReproducibleArchive {

    private static final int BLOCK = 512;
    private static final int SIZE = 124;
    private static final int SIZE_LENGTH = 12;
    private static final int TIME = 136;
    private static final int TIME_LENGTH = 12;
    private static final int SUM = 148;
    private static final int SUM_LENGTH = 8;
    /** 1980, as archives of Java have it; some programs take 1970 for no time at all. */
    private static final long SECONDS = 315_532_800L;

    private ReproducibleArchive() {}

    /** The same archive, compressed again. */
    static byte[] of(byte[] archive) throws IOException {
        byte[] tar;
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(archive))) {
            tar = in.readAllBytes();
        }
        int at = 0;
        while (at + BLOCK <= tar.length && tar[at] != 0) {
            octal(tar, at + TIME, TIME_LENGTH, SECONDS);
            sum(tar, at);
            int blocks = (size(tar, at) + BLOCK - 1) / BLOCK;
            at += BLOCK * (1 + blocks);
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(tar);
        }
        return out.toByteArray();
    }

    private static int size(byte[] tar, int header) {
        String digits = new String(tar, header + SIZE, SIZE_LENGTH - 1, StandardCharsets.US_ASCII);
        return Integer.parseInt(digits, 8);
    }

    /** Octal digits, and a zero byte at the end. */
    private static void octal(byte[] tar, int from, int length, long value) {
        String digits = String.format("%0" + (length - 1) + "o", value);
        System.arraycopy(digits.getBytes(StandardCharsets.US_ASCII), 0, tar, from, length - 1);
        tar[from + length - 1] = 0;
    }

    /** The sum of the header's bytes, its own field taken for spaces: six digits, a zero byte and a space. */
    private static void sum(byte[] tar, int header) {
        Arrays.fill(tar, header + SUM, header + SUM + SUM_LENGTH, (byte) ' ');
        long sum = 0;
        for (int i = header; i < header + BLOCK; i++) {
            sum += tar[i] & 0xff;
        }
        octal(tar, header + SUM, SUM_LENGTH - 1, sum);
    }
}
