package dev.gantry.bundle;

import dev.gantry.finding.Finding;
import dev.gantry.finding.FindingJson;
import dev.gantry.finding.FindingsException;
import dev.gantry.json.JsonException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reads the files of a bundle, and says which of them is wrong, and where. */
final class BundleReader {

    private final Path root;

    BundleReader(Path root) {
        this.root = root;
    }

    /** Makes data of the text of a file. */
    private interface Parser<T> {
        T parse(String text) throws IOException;
    }

    Bundle read() {
        if (!Files.exists(root.resolve(Header.FILE))) {
            throw new FindingsException(
                    Finding.of(BundleRule.UNREADABLE, root + " is not a bundle: it has no file " + Header.FILE + ".")
                            .hint("Generate it first, or name the directory that it was written to."));
        }
        Header header = header();
        if (!header.complete()) {
            throw new FindingsException(
                    Finding.of(BundleRule.INTERRUPTED, root + " is incomplete: the run that wrote it did not end.")
                            .hint("Generate it again; that completes it."));
        }
        List<BundleEnvironment> environments = new ArrayList<>();
        for (Header.Environment environment : header.environments()) {
            IndexJson.Index index = index(environment);
            environments.add(new BundleEnvironment(
                    environment.name(), environment.settings(), index.stacks(), index.resources(), index.hardened()));
        }
        return new Bundle(
                header.tool(),
                header.blueprint(),
                header.layout(),
                header.program(),
                environments,
                parse(BundleDirectory.FINDINGS, FindingJson::parse));
    }

    /** The header, which is of a format that this code knows. */
    Header header() {
        Header header = parse(Header.FILE, Header::parse);
        if (header.format() > Bundle.FORMAT) {
            String version = header.tool().substring(header.tool().indexOf('/') + 1);
            throw new FindingsException(Finding.of(
                            BundleRule.NEWER_FORMAT,
                            root + " was written by " + header.tool() + " in format " + header.format()
                                    + "; the newest that this version reads is " + Bundle.FORMAT + ".")
                    .hint("Use version " + version + " or newer of the Gantry plugin and SDK,"
                            + " or delete the directory and generate it again."));
        }
        return header;
    }

    private IndexJson.Index index(Header.Environment environment) {
        return parse(IndexJson.path(environment.name()), text -> {
            if (!Digest.sha256(BundleDirectory.bytes(text)).equals(environment.digest())) {
                throw new IOException("it was changed after the bundle was written");
            }
            return IndexJson.parse(text);
        });
    }

    private <T> T parse(String file, Parser<T> parser) {
        try {
            return parser.parse(Files.readString(root.resolve(file)));
        } catch (JsonException e) {
            throw unreadable(file + ":" + e.line(), String.valueOf(e.getMessage()));
        } catch (NoSuchFileException e) {
            throw unreadable(file, "it is absent");
        } catch (CharacterCodingException e) {
            throw unreadable(file, "it is not UTF-8 text");
        } catch (IOException e) {
            throw unreadable(file, String.valueOf(e.getMessage()));
        }
    }

    private FindingsException unreadable(String place, String problem) {
        return new FindingsException(
                Finding.of(BundleRule.UNREADABLE, root + "/" + place + " cannot be read: " + problem + ".")
                        .hint("If the directory " + root + " is Gantry's, delete it and generate it again."));
    }
}
