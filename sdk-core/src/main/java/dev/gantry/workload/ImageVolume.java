package dev.gantry.workload;

import com.google.errorprone.annotations.CheckReturnValue;
import dev.gantry.extension.Fields;
import java.util.function.Consumer;

/**
 * The files of an image.
 *
 * @see <a href="https://kubernetes.io/docs/concepts/storage/volumes/#image">image</a>
 */
@CheckReturnValue
public final class ImageVolume extends Volume {

    ImageVolume(String name, Consumer<Fields> writer) {
        super(name, writer);
    }

    /**
     * Sets {@code image.pullPolicy}; {@link ImagePullPolicy#ALWAYS} for the tag {@code latest} and for no tag,
     * {@link ImagePullPolicy#IF_NOT_PRESENT} for others where it is not set.
     */
    public ImageVolume pullPolicy(ImagePullPolicy policy) {
        return new ImageVolume(name(), and(volume -> volume.object("image").set("pullPolicy", policy)));
    }
}
