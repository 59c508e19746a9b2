package dev.gantry.fake.api;

import dev.gantry.fake.http.Request;
import dev.gantry.fake.kind.ApiKind;
import org.jspecify.annotations.Nullable;

/** Who asks, and whether he may. */
public interface Access {

    /** Who asks; {@code null} if the credentials are wrong or too old. */
    @Nullable
    String user(Request request);

    /** Whether somebody may do something. */
    boolean allows(String user, String verb, ApiKind kind, String subresource, String namespace);
}
