package dev.gantry.config;

import com.google.errorprone.annotations.CheckReturnValue;
import dev.gantry.extension.PrintedText;

/**
 * One key of a Secret.
 *
 * @param secret the Secret
 * @param key the key in its {@code data}
 * @param isOptional whether Secret or key may be missing
 */
@CheckReturnValue
public record SecretKey(Secret secret, String key, boolean isOptional) {

    /** The same key, where Secret or key may be missing: the variable is not set then. */
    public SecretKey optional() {
        return new SecretKey(secret, key, true);
    }

    /** Not the value, which only the cluster knows: a string with this in it is a finding wherever it is written. */
    @Override
    public String toString() {
        return PrintedText.print();
    }
}
