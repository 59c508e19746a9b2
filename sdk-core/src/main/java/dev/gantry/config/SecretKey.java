package dev.gantry.config;

import com.google.errorprone.annotations.CheckReturnValue;

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
}
