package dev.gantry.istio.traffic;

import dev.gantry.extension.Fields;
import dev.gantry.extension.Syntax;
import dev.gantry.istio.IstioDuration;
import dev.gantry.istio.IstioNumber;
import java.time.Duration;

/**
 * What goes wrong with requests on purpose.
 *
 * @see <a href="https://istio.io/latest/docs/reference/config/networking/virtual-service/#HTTPFaultInjection">
 *     HTTPFaultInjection</a>
 */
public final class HttpFaultInjection {

    private final Fields fault;

    HttpFaultInjection(Fields fault) {
        this.fault = fault;
    }

    /**
     * Sets {@code delay}: requests are held back for a while.
     *
     * @param percentage of the requests, from 0 to 100
     */
    public HttpFaultInjection delay(Duration fixed, double percentage) {
        Fields delay = fault.replace("delay");
        IstioDuration.write(delay, "fixedDelay", fixed);
        percentage(delay, percentage);
        return this;
    }

    /**
     * Sets {@code abort}: requests are answered with an error.
     *
     * @param status of the response, 200 to 599
     * @param percentage of the requests, from 0 to 100
     */
    public HttpFaultInjection abort(int status, double percentage) {
        Fields abort = fault.replace("abort");
        abort.set("httpStatus", status, 200, 599);
        percentage(abort, percentage);
        return this;
    }

    /**
     * Sets {@code abort}: requests are answered with an error of gRPC.
     *
     * @param status such as {@code UNAVAILABLE}
     * @param percentage of the requests, from 0 to 100
     */
    public HttpFaultInjection abortGrpc(String status, double percentage) {
        Fields abort = fault.replace("abort");
        abort.set("grpcStatus", status, Syntax.NOT_EMPTY);
        percentage(abort, percentage);
        return this;
    }

    private static void percentage(Fields owner, double percentage) {
        owner.object("percentage").set("value", IstioNumber.percent(percentage));
    }
}
