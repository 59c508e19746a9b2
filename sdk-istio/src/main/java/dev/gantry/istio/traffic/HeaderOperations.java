package dev.gantry.istio.traffic;

import dev.gantry.extension.Fields;
import dev.gantry.extension.Syntax;

/**
 * What is done to the headers of requests on their way to a destination, and of responses on their way back.
 *
 * @see <a href="https://istio.io/latest/docs/reference/config/networking/virtual-service/#Headers">Headers</a>
 */
public final class HeaderOperations {

    private final Fields headers;

    HeaderOperations(Fields headers) {
        this.headers = headers;
    }

    /** Adds to {@code request.set}: the header has this value, whatever it had before. */
    public HeaderOperations setRequest(String name, String value) {
        return entry("request", "set", name, value);
    }

    /** Adds to {@code request.add}: the header has this value beside those that it has. */
    public HeaderOperations addRequest(String name, String value) {
        return entry("request", "add", name, value);
    }

    /** Adds to {@code request.remove}: the headers are left out. */
    public HeaderOperations removeRequest(String... names) {
        headers.object("request").addAll("remove", Syntax.NOT_EMPTY, names);
        return this;
    }

    /** Adds to {@code response.set}: the header has this value, whatever it had before. */
    public HeaderOperations setResponse(String name, String value) {
        return entry("response", "set", name, value);
    }

    /** Adds to {@code response.add}: the header has this value beside those that it has. */
    public HeaderOperations addResponse(String name, String value) {
        return entry("response", "add", name, value);
    }

    /** Adds to {@code response.remove}: the headers are left out. */
    public HeaderOperations removeResponse(String... names) {
        headers.object("response").addAll("remove", Syntax.NOT_EMPTY, names);
        return this;
    }

    private HeaderOperations entry(String direction, String operation, String name, String value) {
        headers.object(direction).object(operation).set(name, value);
        return this;
    }
}
