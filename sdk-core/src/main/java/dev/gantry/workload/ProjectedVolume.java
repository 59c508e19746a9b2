package dev.gantry.workload;

import com.google.errorprone.annotations.CheckReturnValue;
import dev.gantry.extension.Fields;
import java.util.function.Consumer;

/**
 * Several sources in one folder.
 *
 * @see <a href="https://kubernetes.io/docs/concepts/storage/projected-volumes/">Projected volumes</a>
 */
@CheckReturnValue
public final class ProjectedVolume extends Volume {

    ProjectedVolume(String name, Consumer<Fields> writer) {
        super(name, writer);
    }

    /**
     * Sets {@code projected.defaultMode}: the permissions of the files; 0644 where it is not set.
     *
     * @param mode 0 to 0777, best written in octal: {@code 0440}; YAML has it as a decimal number
     */
    public ProjectedVolume defaultMode(int mode) {
        return new ProjectedVolume(
                name(), and(volume -> VolumeFiles.mode(volume.object("projected"), "defaultMode", mode)));
    }
}
