package dev.gantry.maven;

import dev.gantry.engine.desired.Release;
import dev.gantry.engine.release.StackHome;
import dev.gantry.engine.release.access.Permissions;
import dev.gantry.engine.release.access.RoleTrees;
import dev.gantry.engine.release.access.Subject;
import dev.gantry.yaml.YamlPrinter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The roles and bindings of somebody who deploys, as a file has them. */
final class RoleText {

    private RoleText() {}

    /**
     * YAML, a document for each role and binding.
     *
     * @param releases what is deployed
     * @param namespace of stacks that state none; {@code null} if the user does not say
     * @param role what roles and bindings are called
     */
    static String of(List<Release> releases, @Nullable String namespace, String role, Subject subject) {
        Map<StackHome, Release> homes = new LinkedHashMap<>();
        releases.forEach(release -> homes.put(StackHome.of(release, namespace), release));
        return RoleTrees.of(Permissions.of(homes, null), role, subject).stream()
                .map(YamlPrinter::print)
                .collect(Collectors.joining("---\n"));
    }
}
