package dev.gantry.testing;

import dev.gantry.Blueprint;
import dev.gantry.Gantry;
import dev.gantry.Synthesis;
import dev.gantry.finding.FindingsException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Snapshot tests: the manifests of a blueprint are compared with files that somebody has approved. They lie beside the
 * test, one for each environment: {@code ShopTest.production.approved.yaml} holds every manifest as one YAML document.
 *
 * <pre>{@code
 * @Test
 * void should_make_the_approved_manifests() {
 *     Snapshots.verify(new Shop());
 * }
 * }</pre>
 *
 * <p>A difference fails the test, shows which lines of which resource differ, and leaves what was received beside the
 * approved file. {@code mvn test -Dgantry.snapshots=update} writes the approved files anew (Surefire hands the property
 * on to the tests; in Gradle, set it with {@code systemProperty}). Where the environment variable {@code CI} is set,
 * as build services do, nothing is ever written.
 */
public final class Snapshots {

    private static final Map<Path, String> TAKEN = new ConcurrentHashMap<>();

    private Snapshots() {}

    /**
     * Compares every environment of the blueprint's module, with the settings that its files hold.
     *
     * @throws AssertionError if one differs, or has findings that are errors
     */
    public static void verify(Blueprint<?> blueprint) {
        TestSource test = TestSource.current();
        Collection<Synthesis> environments;
        try {
            environments = Gantry.synthesize(blueprint).values();
        } catch (FindingsException e) {
            throw SnapshotSet.mistakes("No snapshot was taken, because the settings have errors:", e.findings());
        }
        new SnapshotSet(test, SnapshotMode.current(), TAKEN).verify(environments);
    }

    /**
     * Compares what a blueprint makes of settings that no file holds.
     *
     * @param environment the name that the approved file gets, such as {@code without-alerts}
     * @throws AssertionError if it differs, or has findings that are errors
     */
    public static <S extends Record> void verify(Blueprint<S> blueprint, S settings, String environment) {
        TestSource test = TestSource.current();
        Synthesis synthesis = Gantry.synthesize(blueprint, settings, environment);
        new SnapshotSet(test, SnapshotMode.current(), TAKEN).verify(List.of(synthesis));
    }
}
