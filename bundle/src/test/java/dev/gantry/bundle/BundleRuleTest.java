package dev.gantry.bundle;

import static dev.gantry.bundle.Bundles.files;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.gantry.finding.Finding;
import dev.gantry.finding.FindingsException;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BundleRuleTest {

    private static final SortedMap<String, byte[]> A = files("yaml/a.yaml", "a");

    @TempDir
    Path root;

    @Test
    void should_number_the_rules_without_a_gap() {
        assertThat(Arrays.stream(BundleRule.values()).map(BundleRule::code))
                .containsExactly(
                        "GTY-OUT-001",
                        "GTY-OUT-002",
                        "GTY-OUT-003",
                        "GTY-OUT-004",
                        "GTY-OUT-005",
                        "GTY-OUT-006",
                        "GTY-OUT-007",
                        "GTY-OUT-008",
                        "GTY-OUT-009");
    }

    @Test
    void should_refuse_a_directory_with_other_files() throws IOException {
        Files.writeString(root.resolve("thesis.txt"), "mine");
        assertThat(refusalToWrite(A).get(0).message()).contains(root.toString()).contains("gantry.json");
        assertThat(BundleDirectoryTest.content(root)).containsOnlyKeys("thesis.txt");
        assertCodes(refusalToWrite(A), BundleRule.NOT_OWNED);
    }

    @Test
    void should_refuse_a_root_that_is_a_file() throws IOException {
        root = Files.writeString(root.resolve("file"), "mine");
        assertCodes(refusalToWrite(A), BundleRule.NOT_OWNED);
        assertThat(root).hasContent("mine");
    }

    @Test
    void should_refuse_to_replace_a_foreign_file_and_write_nothing() throws IOException {
        BundleDirectory.write(root, Bundles.of("staging"), A);
        Files.writeString(root.resolve("yaml/b.yaml"), "mine");
        var before = BundleDirectoryTest.content(root);
        List<Finding> findings = refusalToWrite(files("yaml/b.yaml", "b", "yaml/c.yaml", "c"));
        assertCodes(findings, BundleRule.FOREIGN_FILE);
        assertThat(findings.get(0).message()).contains("b.yaml");
        assertThat(BundleDirectoryTest.content(root)).isEqualTo(before);
    }

    @Test
    void should_refuse_a_foreign_file_where_a_folder_is_needed_and_a_foreign_folder_where_a_file_is()
            throws IOException {
        BundleDirectory.write(root, Bundles.of("staging"), files("yaml/dir/a", "a"));
        Files.writeString(root.resolve("yaml/file"), "mine");
        Files.writeString(root.resolve("yaml/dir/b"), "mine");
        List<Finding> findings = refusalToWrite(files("yaml/dir", "a", "yaml/file/x/y", "b", "yaml/file/x/z", "c"));
        assertCodes(findings, BundleRule.FOREIGN_FILE, BundleRule.FOREIGN_FILE);
    }

    @Test
    void should_refuse_paths_that_differ_only_in_case() {
        List<Finding> findings = refusalToWrite(
                files("yaml/Web.yaml", "a", "yaml/web.yaml", "b", "yaml/Shop/x.yaml", "c", "yaml/shop/y.yaml", "d"));
        assertCodes(findings, BundleRule.PATH_COLLISION, BundleRule.PATH_COLLISION);
        assertThat(findings.get(0).message()).contains("yaml/shop/y.yaml").contains("yaml/Shop");
        assertThat(findings.get(1).message()).contains("yaml/web.yaml and yaml/Web.yaml");
        assertThat(root).isEmptyDirectory();
    }

    @Test
    void should_refuse_a_file_below_a_file() {
        assertCodes(refusalToWrite(files("yaml/a", "a", "yaml/a/b", "b")), BundleRule.PATH_COLLISION);
    }

    @Test
    void should_refuse_environments_whose_names_differ_only_in_case() {
        assertCodes(refusal(Bundles.of("Staging", "staging"), A), BundleRule.PATH_COLLISION);
    }

    @ParameterizedTest
    @ValueSource(strings = {"gantry.json", "gantry.json.tmp", "findings.json", "index/staging.json", "Index/x.json"})
    void should_refuse_the_paths_of_its_own_files(String path) {
        assertCodes(refusalToWrite(files(path, "x")), BundleRule.PATH_COLLISION);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/etc/passwd",
                "../out",
                "yaml/../../out",
                "yaml//a",
                "./a",
                "yaml/",
                "C:/a",
                "yaml\\a",
                "a\u0000b",
                "a\nb",
                "trailing.",
                "trailing /a",
                "what?",
                "a*",
                "a|b",
                "<a>",
                "\"a\""
            })
    void should_refuse_unsafe_paths(String path) {
        assertCodes(refusalToWrite(files(path, "x")), BundleRule.UNSAFE_PATH);
        assertThat(root).isEmptyDirectory();
    }

    @Test
    void should_refuse_to_write_through_a_link_that_leads_out(@TempDir Path outside) throws IOException {
        BundleDirectory.write(root, Bundles.of("staging"), A);
        Files.createSymbolicLink(root.resolve("yaml/production"), outside);
        Files.createSymbolicLink(root.resolve("yaml/b.yaml"), outside.resolve("b.yaml"));
        List<Finding> findings = refusalToWrite(files("yaml/b.yaml", "b", "yaml/production/shop/c.yaml", "c"));
        assertCodes(findings, BundleRule.SYMBOLIC_LINK, BundleRule.SYMBOLIC_LINK);
        assertThat(findings.get(1).message()).contains("production is a symbolic link");
        assertThat(outside).isEmptyDirectory();
    }

    @Test
    void should_delete_nothing_through_a_link(@TempDir Path outside) throws IOException {
        BundleDirectory.write(root, Bundles.of("staging"), files("yaml/staging/a.yaml", "a"));
        Files.delete(root.resolve("yaml/staging/a.yaml"));
        Files.delete(root.resolve("yaml/staging"));
        Files.writeString(outside.resolve("a.yaml"), "mine");
        Files.createSymbolicLink(root.resolve("yaml/staging"), outside);
        BundleDirectory.write(root, Bundles.of("staging"), files("yaml/b.yaml", "b"));
        assertThat(outside.resolve("a.yaml")).hasContent("mine");
        assertThat(root.resolve("yaml/staging")).isSymbolicLink();
    }

    @Test
    void should_not_believe_a_header_that_lists_files_elsewhere(@TempDir Path outside) throws IOException {
        Files.writeString(outside.resolve("a"), "mine");
        BundleDirectory.write(root, Bundles.of("staging"), A);
        edit("gantry.json", "yaml/a.yaml", "../" + outside.getFileName() + "/a");
        assertCodes(refusalToWrite(A), BundleRule.UNREADABLE);
        assertThat(outside.resolve("a")).exists();
    }

    @Test
    void should_name_the_version_that_reads_a_newer_format() throws IOException {
        BundleDirectory.write(root, Bundles.withTool(Bundles.of("staging"), "gantry/7.1.0"), A);
        edit("gantry.json", "\"format\": 1", "\"format\": 2");
        edit("gantry.json", "\"environments\": [", "\"environments\": {}, \"more\": [");
        List<Finding> findings = refusalToRead();
        assertCodes(findings, BundleRule.NEWER_FORMAT);
        assertThat(findings.get(0).message()).contains("gantry/7.1.0").contains("format 2");
        assertThat(findings.get(0).hint()).contains("version 7.1.0 or newer");
        assertCodes(refusalToWrite(A), BundleRule.NEWER_FORMAT);
    }

    @Test
    void should_say_that_there_is_no_bundle() {
        List<Finding> findings = refusalToRead();
        assertCodes(findings, BundleRule.UNREADABLE);
        assertThat(findings.get(0).message()).contains(root.toString()).contains("no file gantry.json");
    }

    @Test
    void should_name_the_line_of_a_broken_header() throws IOException {
        BundleDirectory.write(root, Bundles.of("staging"), A);
        edit("gantry.json", "\"sha256:abcd\"", "12");
        assertThat(refusalToRead().get(0).message()).contains("gantry.json:7").contains("a string is expected");
        assertCodes(refusalToWrite(A), BundleRule.UNREADABLE);
    }

    @Test
    void should_name_the_field_that_a_header_lacks() throws IOException {
        Files.writeString(root.resolve("gantry.json"), "{\"format\": 1}");
        assertThat(refusalToRead().get(0).message()).contains("the field \"tool\" is missing");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "{} {}", "null", "{\"format\": 0}", "{\"format\": 99999999999}", "\u0000"})
    void should_refuse_a_header_that_is_none(String text) throws IOException {
        Files.writeString(root.resolve("gantry.json"), text);
        assertCodes(refusalToRead(), BundleRule.UNREADABLE);
    }

    @Test
    void should_name_the_file_that_is_absent() throws IOException {
        BundleDirectory.write(root, Bundles.of("staging"), A);
        Files.delete(root.resolve("findings.json"));
        assertThat(refusalToRead().get(0).message()).contains("findings.json").contains("absent");
    }

    @Test
    void should_notice_an_index_that_was_edited() throws IOException {
        BundleDirectory.write(root, Bundles.of("staging"), A);
        edit("index/staging.json", "Deployment", "StatefulSet");
        assertThat(refusalToRead().get(0).message())
                .contains("index/staging.json")
                .contains("was changed after");
    }

    @Test
    void should_refuse_text_that_is_not_utf8() throws IOException {
        BundleDirectory.write(root, Bundles.of("staging"), A);
        Files.write(root.resolve("findings.json"), new byte[] {'[', (byte) 0xff, ']'});
        assertThat(refusalToRead().get(0).message()).contains("findings.json").contains("not UTF-8");
    }

    @Test
    void should_name_the_file_that_cannot_be_written() {
        Disk full = new FailingDisk(Integer.MAX_VALUE) {
            @Override
            public void write(Path file, byte[] content) throws IOException {
                if (file.endsWith("a.yaml")) {
                    throw new FileSystemException(file.toString(), null, "No space left on device");
                }
                super.write(file, content);
            }
        };
        FindingsException thrown = catchThrowableOfType(
                FindingsException.class, () -> BundleDirectory.write(root, Bundles.of("staging"), A, full));
        assertCodes(thrown.findings(), BundleRule.NOT_WRITABLE);
        assertThat(thrown.findings().get(0).message())
                .isEqualTo(root.resolve("yaml/a.yaml") + " cannot be written: No space left on device.");
    }

    @Test
    void should_refuse_to_read_what_an_interrupted_run_left() {
        try {
            BundleDirectory.write(root, Bundles.of("staging"), A, new FailingDisk(5));
        } catch (FailingDisk.Killed e) {
            // as intended
        }
        assertCodes(refusalToRead(), BundleRule.INTERRUPTED);
    }

    private static void assertCodes(List<Finding> findings, BundleRule... rules) {
        assertThat(findings)
                .extracting(Finding::code)
                .containsExactlyElementsOf(
                        Arrays.stream(rules).map(BundleRule::code).toList());
        assertThat(findings)
                .allMatch(Finding::isError)
                .noneMatch(finding -> finding.hint().isEmpty());
    }

    private List<Finding> refusalToWrite(SortedMap<String, byte[]> files) {
        return refusal(Bundles.of("staging"), files);
    }

    private List<Finding> refusal(Bundle bundle, SortedMap<String, byte[]> files) {
        return catchThrowableOfType(FindingsException.class, () -> BundleDirectory.write(root, bundle, files))
                .findings();
    }

    private List<Finding> refusalToRead() {
        return catchThrowableOfType(FindingsException.class, () -> BundleDirectory.read(root))
                .findings();
    }

    private void edit(String file, String from, String to) throws IOException {
        String text = Files.readString(root.resolve(file));
        assertThat(text).contains(from);
        Files.writeString(root.resolve(file), text.replace(from, to));
    }
}
