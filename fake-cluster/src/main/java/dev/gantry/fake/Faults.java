package dev.gantry.fake;

import dev.gantry.fake.http.Handler;
import dev.gantry.fake.http.Request;
import dev.gantry.fake.http.Response;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;

/**
 * What goes wrong on the way to the server and back. For example, the seventh apply and the two after it:
 * {@code faults.on(RecordedRequest::isApply).nth(7).times(3).answer(429, "TooManyRequests", "slow down", Map.of("Retry-After", "1"))}.
 */
public final class Faults {

    private final CopyOnWriteArrayList<Fault> faults = new CopyOnWriteArrayList<>();

    Faults() {}

    /** A fault of requests that match. Of several that concern a request, the first one is taken; all count it. */
    public Fault on(Predicate<RecordedRequest> matcher) {
        Fault fault = new Fault(matcher);
        faults.add(fault);
        return fault;
    }

    /** Forgets all faults, and releases what hangs. */
    public void clear() {
        faults.forEach(Fault::release);
        faults.clear();
    }

    Response answer(Request request, RecordedRequest recorded, Handler server) {
        Fault chosen = null;
        for (Fault fault : faults) {
            if (fault.concerns(recorded) && chosen == null) {
                chosen = fault;
            }
        }
        return chosen == null ? server.handle(request) : chosen.answer(request, server);
    }
}
