package dev.gantry.benchmarks.jmh;

import dev.gantry.Image;
import dev.gantry.PlainRun;
import dev.gantry.benchmarks.fabric8.ProgramObjects;
import dev.gantry.benchmarks.gantry.Fleet;
import dev.gantry.check.Manifest;
import dev.gantry.output.Layout;
import dev.gantry.output.ManifestFiles;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * From program to YAML within one warm JVM, in two steps and as a whole; nothing is written to disk. With {@code -prof gc}
 * it says how much is allocated, too.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(2)
public class ManifestsBenchmark {

    private static final Image IMAGE = Image.of("registry.example.com/shop:1.4.2");

    /** How many resources are made; a third of them each are Deployments, Services and autoscalers. */
    @Param({"99", "999", "9000"})
    public int resources = 99;

    private List<Manifest> manifests = List.of();
    private List<HasMetadata> objects = List.of();

    /** Makes what the benchmarks of the second step alone begin with. */
    @Setup
    public void prepare() {
        manifests = gantrySynthesis();
        objects = fabric8Building();
    }

    /** Gantry: the program runs, trees are completed, all checks. */
    @Benchmark
    public List<Manifest> gantrySynthesis() {
        return PlainRun.of(new Fleet(), new Fleet.Settings(IMAGE, resources / 3));
    }

    /** Gantry: printing, with file names, digests and the index. */
    @Benchmark
    public ManifestFiles gantryYaml() {
        return ManifestFiles.print("benchmark", manifests, Layout.OBJECT);
    }

    /** Gantry: both steps. */
    @Benchmark
    public ManifestFiles gantryWhole() {
        return ManifestFiles.print("benchmark", gantrySynthesis(), Layout.OBJECT);
    }

    /** fabric8: the builders. */
    @Benchmark
    public List<HasMetadata> fabric8Building() {
        return ProgramObjects.fleet(resources / 3);
    }

    /** fabric8: {@code asYaml}. */
    @Benchmark
    public List<String> fabric8Yaml() {
        return objects.stream().map(Serialization::asYaml).toList();
    }

    /** fabric8: both steps. */
    @Benchmark
    public List<String> fabric8Whole() {
        return fabric8Building().stream().map(Serialization::asYaml).toList();
    }
}
