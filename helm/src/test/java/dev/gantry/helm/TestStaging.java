package dev.gantry.helm;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A staging folder as a program leaves it, with one claim. */
final class TestStaging {

    private final Path folder;
    private final TestChart chart;
    private final List<String> samples = new ArrayList<>();

    private TestStaging(Path folder) throws IOException {
        this.folder = folder;
        this.chart = TestChart.in(folder.resolve("0/files"));
    }

    static TestStaging in(Path folder) throws IOException {
        return new TestStaging(folder);
    }

    TestChart chart() {
        return chart;
    }

    /** Adds a sample of release {@code web} in namespace {@code shop}. */
    TestStaging sample(String name, String values, String expected) throws IOException {
        Path sample = Files.createDirectories(folder.resolve("0/samples/" + samples.size()));
        Files.writeString(sample.resolve("values.yaml"), values);
        Files.writeString(sample.resolve("expected.yaml"), expected);
        samples.add("{\"name\":\"%s\",\"release\":\"web\",\"namespace\":\"shop\"}".formatted(name));
        return this;
    }

    Path written() throws IOException {
        Files.writeString(
                folder.resolve("0/claim.json"),
                "{\"folder\":\"helm/shop\",\"samples\":[" + String.join(",", samples) + "]}");
        return folder;
    }
}
