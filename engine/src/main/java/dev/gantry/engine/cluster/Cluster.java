package dev.gantry.engine.cluster;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/**
 * An API server. Every method asks it, and blocks until it answers; all may be called from several threads. What the server
 * refuses, and what does not reach it, is an {@link ApiFailure}.
 */
public interface Cluster extends AutoCloseable {

    /** Which cluster it is. */
    Connection connection();

    /** What the server serves. Asked once, and remembered until {@link #discoverAgain()}. */
    Discovery discovery();

    /** Forgets what {@link #discovery()} remembers, since a definition of a kind was added. */
    void discoverAgain();

    /** The live object; empty if there is none. */
    Optional<ObjectNode> get(ObjectRef ref);

    /** Live objects, in pages, so that no more than one page of the server's answer is in memory at once. */
    void list(Listing listing);

    /** Creates or changes an object, or tries to. */
    Written write(Write write);

    /** Deletes an object, or tries to; one that is gone already is no failure. */
    void delete(Deletion deletion);

    /** Gives back threads and connections. */
    @Override
    void close();
}
