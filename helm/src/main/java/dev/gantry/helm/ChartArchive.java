package dev.gantry.helm;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;

/**
 * The files of a chart's archive, which is a compressed tar with one folder at its top. Names that are long are read in the two ways
 * in which they are written.
 *
 * @see <a href="https://pubs.opengroup.org/onlinepubs/9699919799/utilities/pax.html">the format of tar</a>
 */
final class ChartArchive {

    private static final int BLOCK = 512;
    private static final int NAME_LENGTH = 100;
    private static final int SIZE = 124;
    private static final int SIZE_LENGTH = 12;
    private static final int TYPE = 156;
    private static final int PREFIX = 345;
    private static final int PREFIX_LENGTH = 155;
    /** More than any chart has: what is larger when it is unpacked is none. */
    private static final long MOST = 256L << 20;

    private final InputStream in;
    private final Taker taker;
    private long left = MOST;
    private String longName = "";

    /** Takes the files. */
    private interface Taker {
        void take(String name, byte[] content) throws IOException;
    }

    private ChartArchive(InputStream in, Taker taker) {
        this.in = in;
        this.taker = taker;
    }

    /**
     * Unpacks an archive.
     *
     * @param folder where its folder goes
     * @return the folder of the chart
     * @throws HelmFailure if it is no archive of a chart
     */
    static Path unpack(Path archive, Path folder) throws HelmFailure, IOException {
        Files.createDirectories(folder);
        try (InputStream file = Files.newInputStream(archive)) {
            return folder.resolve(read(file, (name, content) -> {
                Path target = folder.resolve(name);
                Files.createDirectories(target.getParent());
                Files.write(target, content);
            }));
        }
    }

    /**
     * The {@code Chart.yaml} of an archive, all of which is read.
     *
     * @throws HelmFailure if it is no archive of a chart
     */
    static ChartFile chartFile(byte[] archive) throws HelmFailure, IOException {
        Map<String, byte[]> found = new TreeMap<>();
        String top = read(new ByteArrayInputStream(archive), (name, content) -> {
            if (name.endsWith("/" + ChartFile.NAME) && name.indexOf('/') == name.lastIndexOf('/')) {
                found.put(name, content);
            }
        });
        byte[] content = found.get(top + "/" + ChartFile.NAME);
        if (content == null) {
            throw new HelmFailure("there is no " + ChartFile.NAME);
        }
        return ChartFile.of(new String(content, StandardCharsets.UTF_8));
    }

    /** Reads all of an archive, and answers the name of its folder. */
    private static String read(InputStream archive, Taker taker) throws HelmFailure, IOException {
        try (InputStream in = new BufferedInputStream(new GZIPInputStream(archive))) {
            ChartArchive reader = new ChartArchive(in, taker);
            String top = "";
            for (String name = reader.next(); !name.isEmpty(); name = reader.next()) {
                top = name.substring(0, name.indexOf('/'));
            }
            if (top.isEmpty()) {
                throw new HelmFailure("the archive is empty");
            }
            return top;
        } catch (EOFException e) {
            throw new HelmFailure("the archive ends too early");
        } catch (java.util.zip.ZipException e) {
            throw new HelmFailure("it is no compressed archive: " + e.getMessage());
        }
    }

    /** Hands the next file on, and answers its name; empty at the end. */
    private String next() throws HelmFailure, IOException {
        byte[] header = in.readNBytes(BLOCK);
        while (header.length == BLOCK && header[0] != 0) {
            long size = size(header);
            char type = (char) header[TYPE];
            String name = longName.isEmpty() ? name(header) : longName;
            longName = "";
            switch (type) {
                case '0', '\0' -> {
                    take(name, size);
                    return name;
                }
                case 'L' -> longName = text(content(size), 0, (int) size);
                case 'x' -> longName = paxPath(content(size));
                default -> content(size);
            }
            header = in.readNBytes(BLOCK);
        }
        return "";
    }

    private void take(String name, long size) throws HelmFailure, IOException {
        if (Path.of(name).normalize().startsWith("..")
                || name.startsWith("/")
                || name.indexOf('/') <= 0
                || name.contains("\\")) {
            throw new HelmFailure("the archive has a file that is not in a folder of its own: " + name);
        }
        taker.take(name, content(size));
    }

    private byte[] content(long size) throws HelmFailure, IOException {
        left -= size;
        if (size < 0 || left < 0) {
            throw new HelmFailure("the archive has more than " + (MOST >> 20) + " MiB in it");
        }
        byte[] content = in.readNBytes((int) size);
        if (content.length < size) {
            throw new EOFException();
        }
        in.skipNBytes((BLOCK - size % BLOCK) % BLOCK);
        return content;
    }

    private static long size(byte[] header) throws HelmFailure {
        String digits = text(header, SIZE, SIZE_LENGTH).strip();
        try {
            return digits.isEmpty() ? 0 : Long.parseLong(digits, 8);
        } catch (NumberFormatException e) {
            throw new HelmFailure("it is no archive of a chart");
        }
    }

    private static String name(byte[] header) {
        String name = text(header, 0, NAME_LENGTH);
        boolean hasPrefix = text(header, 257, 5).equals("ustar") && header[PREFIX] != 0;
        String full = hasPrefix ? text(header, PREFIX, PREFIX_LENGTH) + "/" + name : name;
        return full.startsWith("./") ? full.substring(2) : full;
    }

    /** The path among the records of a header that other records extend, each {@code <length> <key>=<value>}. */
    private static String paxPath(byte[] records) throws HelmFailure {
        Map<String, String> values = new TreeMap<>();
        int at = 0;
        while (at < records.length) {
            int space = at;
            while (space < records.length && records[space] != ' ') {
                space++;
            }
            String digits = text(records, at, space - at);
            int length = digits.matches("[0-9]{1,8}") ? Integer.parseInt(digits) : 0;
            if (length <= space - at + 2 || length > records.length - at) {
                throw new HelmFailure("it is no archive of a chart");
            }
            String record = text(records, space + 1, length - (space - at) - 2);
            int equals = record.indexOf('=');
            if (equals < 0) {
                throw new HelmFailure("it is no archive of a chart");
            }
            values.put(record.substring(0, equals), record.substring(equals + 1));
            at += length;
        }
        return values.getOrDefault("path", "");
    }

    /** What is there up to the first zero byte. */
    private static String text(byte[] bytes, int from, int length) {
        int end = from;
        while (end < from + length && end < bytes.length && bytes[end] != 0) {
            end++;
        }
        return new String(bytes, from, end - from, StandardCharsets.UTF_8);
    }
}
