package dev.gantry.engine;

import dev.gantry.engine.cluster.ClusterAccess;
import dev.gantry.engine.cluster.Pace;
import dev.gantry.engine.kubeconfig.AccessFailure;
import dev.gantry.engine.kubeconfig.AccessOptions;
import dev.gantry.engine.kubeconfig.Machine;
import dev.gantry.engine.problem.AccessFindings;
import dev.gantry.finding.Finding;
import dev.gantry.finding.Origin;
import dev.gantry.findings.Scene;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The kubeconfig of somebody's home, and what is found when it is used. */
public final class ExampleKubeconfig implements Scene {

    private final Path home;
    private final List<Finding> findings = new ArrayList<>();
    private List<String> allowed = List.of();
    private @Nullable String context;

    /** No kubeconfig. */
    public ExampleKubeconfig(Path home) {
        this.home = home;
    }

    /** What {@code ~/.kube/config} says. */
    void says(String yaml) {
        Path file = home.resolve(".kube/config");
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, yaml);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The context is chosen. */
    ExampleKubeconfig context(String name) {
        context = name;
        return this;
    }

    /** The build allows these contexts. */
    ExampleKubeconfig allowedContexts(String... names) {
        allowed = List.of(names);
        return this;
    }

    /** Finds the cluster, and opens it. */
    void connect() {
        Machine machine = new Machine(variable -> null, home, home.resolve("serviceaccount"));
        LeapingTime time = new LeapingTime();
        try {
            ClusterAccess.find(new AccessOptions(null, context, allowed, null), machine)
                    .open(Pace.of(time, 1, 0), Duration.ofSeconds(1), time)
                    .close();
        } catch (AccessFailure e) {
            findings.add(AccessFindings.of(e));
        }
    }

    /** As they are shown in that home. */
    @Override
    public List<Finding> findings() {
        return findings.stream()
                .map(finding -> new Finding(
                        finding.code(),
                        finding.severity(),
                        finding.environment(),
                        finding.stack(),
                        finding.resource(),
                        finding.field(),
                        atHome(finding.origin()),
                        atHome(finding.message()),
                        finding.hint(),
                        finding.related(),
                        finding.reason()))
                .toList();
    }

    private @Nullable Origin atHome(@Nullable Origin origin) {
        return origin == null ? null : Origin.file(atHome(origin.path()), origin.line(), origin.column());
    }

    private String atHome(String text) {
        return text.replace(home.toString(), "~");
    }

    @Override
    public void close() {}
}
