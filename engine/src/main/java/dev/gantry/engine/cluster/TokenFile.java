package dev.gantry.engine.cluster;

import dev.gantry.engine.kubeconfig.AccessFailure;
import dev.gantry.engine.kubeconfig.AccessFailure.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A token in a file, which somebody replaces now and then. */
record TokenFile(Path file) implements Credentials {

    @Override
    public String token() {
        try {
            String token = Files.readString(file).strip();
            if (!token.isEmpty()) {
                return token;
            }
        } catch (IOException e) {
            // Told below, for both.
        }
        throw new AccessFailure(Problem.NO_CREDENTIALS, "the token file " + file + " is empty or cannot be read")
                .in(file);
    }

    @Override
    public @Nullable String insteadOf(@Nullable String refused) {
        String now = token();
        return now.equals(refused) ? null : now;
    }
}
