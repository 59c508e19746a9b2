package dev.gantry;

import dev.gantry.json.JsonWriter;
import dev.gantry.output.Claim;
import dev.gantry.output.ClaimSample;
import dev.gantry.output.Emission;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A temporary folder with what is to be proved:
 *
 * <pre>{@code
 * <n>/claim.json                     the folder of the output, and the samples' names, releases and namespaces
 * <n>/files/...                      what is in that folder
 * <n>/samples/<m>/values.yaml        the values of a sample
 * <n>/samples/<m>/expected.yaml      what the program makes of them
 * }</pre>
 */
final class Staging implements AutoCloseable {

    private final TemporaryFolder folder;

    private Staging(TemporaryFolder folder) {
        this.folder = folder;
    }

    static Staging of(Emission emission) throws IOException {
        Staging staging = new Staging(TemporaryFolder.named("gantry-proof"));
        try {
            for (int i = 0; i < emission.claims().size(); i++) {
                write(
                        staging.folder().resolve(Integer.toString(i)),
                        emission,
                        emission.claims().get(i));
            }
            return staging;
        } catch (IOException e) {
            staging.close();
            throw e;
        }
    }

    Path folder() {
        return folder.path();
    }

    private static void write(Path target, Emission emission, Claim claim) throws IOException {
        String prefix = claim.folder() + "/";
        for (Map.Entry<String, byte[]> file : emission.files().entrySet()) {
            if (file.getKey().startsWith(prefix)) {
                Path path = target.resolve("files").resolve(file.getKey().substring(prefix.length()));
                Files.createDirectories(path.getParent());
                Files.write(path, file.getValue());
            }
        }
        List<ClaimSample> samples = claim.samples().get();
        for (int i = 0; i < samples.size(); i++) {
            Path sample = target.resolve("samples").resolve(Integer.toString(i));
            Files.createDirectories(sample);
            Files.writeString(sample.resolve("values.yaml"), samples.get(i).values());
            Files.writeString(sample.resolve("expected.yaml"), samples.get(i).expected());
        }
        Files.writeString(target.resolve("claim.json"), json(claim.folder(), samples));
    }

    private static String json(String folder, List<ClaimSample> samples) {
        return JsonWriter.text(json -> {
            json.startObject();
            json.field("folder", folder);
            json.startArray("samples");
            for (ClaimSample sample : samples) {
                json.startObject();
                json.field("name", sample.name());
                json.field("release", sample.release());
                json.field("namespace", sample.namespace());
                json.endObject();
            }
            json.endArray();
            json.endObject();
        });
    }

    @Override
    public void close() {
        folder.close();
    }
}
