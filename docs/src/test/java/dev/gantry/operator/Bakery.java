package dev.gantry.operator;

import dev.gantry.Image;
import io.fabric8.kubernetes.api.model.Namespaced;
import io.fabric8.kubernetes.client.CustomResource;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.Version;
import java.time.ZoneId;

/** A custom resource with types that not every text is a value of. */
@Group("example.com")
@Version("v1")
public final class Bakery extends CustomResource<Bakery.Spec, Bakery.Status> implements Namespaced {

    private static final long serialVersionUID = 1L;

    /**
     * What is asked for.
     *
     * @param image what runs
     * @param zone where its clocks are
     * @param ovens how many
     */
    public record Spec(Image image, ZoneId zone, int ovens) {}

    /**
     * What has become of it.
     *
     * @param phase in one word
     */
    public record Status(String phase) {}
}
