package dev.gantry.chartinput;

import com.google.errorprone.annotations.CheckReturnValue;
import dev.gantry.extension.Flaw;
import dev.gantry.extension.Syntax;
import dev.gantry.extension.ValueRule;
import dev.gantry.lock.RemoteSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Where a chart is.
 *
 * @see <a href="https://helm.sh/docs/topics/charts/">Charts</a>
 */
@CheckReturnValue
public final class ChartSource {

    private final Place place;
    private final String location;
    private final String name;
    private final String version;
    private final List<Flaw> flaws;

    /** The kinds of places. */
    enum Place {
        DIRECTORY,
        ARCHIVE,
        REPOSITORY,
        REGISTRY
    }

    private ChartSource(Place place, @Nullable String location, String name, String version, List<Flaw> flaws) {
        this.place = place;
        this.location = Objects.requireNonNullElse(location, "");
        this.name = name;
        this.version = version;
        this.flaws = List.copyOf(flaws);
    }

    /**
     * A chart's folder: the one with the {@code Chart.yaml}. The charts that it depends on have to be in its {@code charts/}.
     *
     * @param folder absolute, or relative to the module's folder
     */
    public static ChartSource directory(String folder) {
        return new ChartSource(Place.DIRECTORY, folder, "", "", flaws("The folder of a chart", folder));
    }

    /**
     * A chart's archive, as {@code helm package} makes it.
     *
     * @param file absolute, or relative to the module's folder; such as {@code charts/redis-20.1.0.tgz}
     */
    public static ChartSource archive(String file) {
        return new ChartSource(Place.ARCHIVE, file, "", "", flaws("The archive of a chart", file));
    }

    /**
     * A chart of a repository. It is taken from the copy that {@code gantry:lock} has made; the program itself never asks the network.
     *
     * @param url of the repository, such as {@code https://charts.example.com}
     * @param name of the chart
     * @param version such as {@code 20.1.0}, or a range such as {@code 20.*}, which is pinned when it is locked
     * @see <a href="https://helm.sh/docs/topics/chart_repository/">Chart repositories</a>
     */
    public static ChartSource repository(String url, String name, String version) {
        List<Flaw> flaws = flaws("The repository of a chart", url);
        flaws.addAll(flaws("The name of a chart", name));
        flaws.addAll(flaws("The version of a chart", version));
        return new ChartSource(Place.REPOSITORY, url, text(name), text(version), flaws);
    }

    /**
     * A chart of an OCI registry. It is taken from the copy that {@code gantry:lock} has made; the program itself never asks the network.
     *
     * @param url of the chart, such as {@code oci://registry.example.com/charts/redis}
     * @param version such as {@code 20.1.0}, or a range such as {@code 20.*}, which is pinned when it is locked
     * @see <a href="https://helm.sh/docs/topics/registries/">OCI-based registries</a>
     */
    public static ChartSource oci(String url, String version) {
        List<Flaw> flaws = flaws("The address of a chart", url);
        flaws.addAll(flaws("The version of a chart", version));
        return new ChartSource(Place.REGISTRY, url, "", text(version), flaws);
    }

    private static String text(@Nullable String text) {
        return Objects.requireNonNullElse(text, "");
    }

    private static List<Flaw> flaws(String what, @Nullable String text) {
        Flaw flaw = Flaw.ofSyntax(ValueRule.TEXT, what, text, Syntax.NOT_EMPTY);
        List<Flaw> flaws = new ArrayList<>(1);
        if (flaw != null) {
            flaws.add(flaw);
        }
        return flaws;
    }

    /** What is locked; {@code null} if it is a file of the module. */
    @Nullable
    RemoteSource remote() {
        return switch (place) {
            case DIRECTORY, ARCHIVE -> null;
            case REPOSITORY -> RemoteSource.chart(location, name, version);
            case REGISTRY -> RemoteSource.oci(location, version);
        };
    }

    Place place() {
        return place;
    }

    String location() {
        return location;
    }

    List<Flaw> flaws() {
        return flaws;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ChartSource source
                && place == source.place
                && location.equals(source.location)
                && name.equals(source.name)
                && version.equals(source.version);
    }

    @Override
    public int hashCode() {
        return Objects.hash(place, location, name, version);
    }

    /** Where it is, as findings name it. */
    @Override
    public String toString() {
        RemoteSource remote = remote();
        return remote == null ? location : remote.toString();
    }
}
