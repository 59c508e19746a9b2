package dev.gantry.helm;

import dev.gantry.json.JsonReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * That a chart renders to what a program makes, as the program has left it in a folder.
 *
 * @param name the folder that the chart will be in, such as {@code helm/shop}
 * @param chart the folder that it is in now
 * @param samples values, with what is expected of them
 */
record StagedClaim(String name, Path chart, List<StagedSample> samples) {

    /** The claims in a staging folder, in their order. */
    static List<StagedClaim> in(Path staging) throws IOException {
        List<StagedClaim> claims = new ArrayList<>();
        for (int i = 0; Files.isDirectory(staging.resolve(Integer.toString(i))); i++) {
            claims.add(read(staging.resolve(Integer.toString(i))));
        }
        return claims;
    }

    private static StagedClaim read(Path folder) throws IOException {
        String name = null;
        List<StagedSample> samples = new ArrayList<>();
        JsonReader in = new JsonReader(Files.readString(folder.resolve("claim.json")));
        in.object();
        for (String field = in.nextField(); field != null; field = in.nextField()) {
            switch (field) {
                case "folder" -> name = in.string();
                case "samples" -> {
                    in.array();
                    while (in.nextElement()) {
                        Path own = folder.resolve("samples").resolve(Integer.toString(samples.size()));
                        samples.add(StagedSample.read(in, own));
                    }
                }
                default -> in.skip();
            }
        }
        in.end();
        return new StagedClaim(in.required(name, "folder"), folder.resolve("files"), samples);
    }
}
