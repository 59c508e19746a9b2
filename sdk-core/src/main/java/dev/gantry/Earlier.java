package dev.gantry;

import dev.gantry.bundle.Bundle;
import dev.gantry.bundle.BundleDirectory;
import dev.gantry.bundle.BundleEnvironment;
import dev.gantry.bundle.IndexEntry;
import dev.gantry.finding.FindingsException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** What earlier runs have left in the output directory. */
final class Earlier {

    private Earlier() {}

    /**
     * A bundle for some environments only, together with what is there of the others.
     *
     * @param manifests takes the manifests of the others
     */
    static Bundle with(Path output, Bundle bundle, SortedMap<String, byte[]> manifests) {
        if (!Files.exists(output.resolve("gantry.json"))) {
            return bundle;
        }
        Bundle before;
        try {
            before = BundleDirectory.read(output);
        } catch (FindingsException e) {
            return bundle; // what cannot be read whole is made anew by the next run for all environments
        }
        List<BundleEnvironment> environments = new ArrayList<>(bundle.environments());
        for (BundleEnvironment environment : before.environments()) {
            boolean made = bundle.environments().stream().anyMatch(e -> e.name().equals(environment.name()));
            if (!made && before.layout().equals(bundle.layout()) && read(output, environment, manifests)) {
                environments.add(environment);
            }
        }
        environments.sort(Comparator.comparing(BundleEnvironment::name));
        // Environments of two versions of the program are not to be compared with one of them.
        String program = before.program().equals(bundle.program()) ? bundle.program() : "";
        return new Bundle(bundle.tool(), bundle.blueprint(), bundle.layout(), program, environments, bundle.findings());
    }

    private static boolean read(Path output, BundleEnvironment environment, SortedMap<String, byte[]> manifests) {
        SortedMap<String, byte[]> read = new TreeMap<>();
        try {
            for (IndexEntry entry : environment.resources()) {
                read.put(entry.file(), Files.readAllBytes(output.resolve(entry.file())));
            }
        } catch (IOException e) {
            return false;
        }
        manifests.putAll(read);
        return true;
    }
}
