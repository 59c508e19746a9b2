package dev.gantry.benchmarks.compare;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;

/** What is compared, as read from the command line. */
final class Options {

    static final String USAGE = """
            options:
              --rounds N      how often each process is measured (7)
              --sizes LIST    numbers of resources (8,300,1000,3000,9000); 8 is the shop, others the fleet
              --layout NAME   stack: all manifests in one file (default); object: a file for each
              --work DIR      where projects and output go; a memory file system keeps the disk out of it (/dev/shm)
              --jvm FLAG      for every JVM; can be repeated
            """;

    int rounds = 7;
    List<Integer> sizes = List.of(8, 300, 1000, 3000, 9000);
    String layout = "stack";
    Path work = Path.of("/dev/shm");
    final List<String> flags = new ArrayList<>();

    private Options() {
        if (!Files.isWritable(work)) {
            work = Path.of(System.getProperty("java.io.tmpdir"));
        }
    }

    static Options parse(String... arguments) {
        Options options = new Options();
        Iterator<String> rest = Arrays.asList(arguments).iterator();
        while (rest.hasNext()) {
            String option = rest.next();
            if (!rest.hasNext()) {
                throw new IllegalArgumentException(USAGE);
            }
            String value = rest.next();
            switch (option) {
                case "--rounds" -> options.rounds = Integer.parseInt(value);
                case "--sizes" ->
                    options.sizes = Arrays.stream(value.split(",", -1))
                            .map(Integer::valueOf)
                            .toList();
                case "--layout" -> options.layout = value;
                case "--work" -> options.work = Path.of(value).toAbsolutePath();
                case "--jvm" -> options.flags.add(value);
                default -> throw new IllegalArgumentException(USAGE);
            }
        }
        return options;
    }
}
