package dev.gantry.engine.cluster;

import org.jspecify.annotations.Nullable;

/** A token that may change while the run lasts. */
interface Credentials {

    /** The token; {@code null} if another kind of credentials is shown. */
    @Nullable
    String token();

    /**
     * The token after the server refused this one.
     *
     * @return {@code null} if there is no other
     */
    @Nullable
    String insteadOf(@Nullable String refused);
}
