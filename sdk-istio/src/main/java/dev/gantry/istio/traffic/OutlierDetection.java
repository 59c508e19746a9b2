package dev.gantry.istio.traffic;

import dev.gantry.extension.Fields;
import dev.gantry.istio.IstioDuration;
import java.time.Duration;

/**
 * When an endpoint that fails gets no more requests for a while.
 *
 * @see <a href="https://istio.io/latest/docs/reference/config/networking/destination-rule/#OutlierDetection">
 *     OutlierDetection</a>
 */
public final class OutlierDetection {

    private final Fields detection;

    OutlierDetection(Fields detection) {
        this.detection = detection;
    }

    /** Sets {@code consecutive5xxErrors}: after how many errors of the server in a row; 5 where it is not set, and 0 for never. */
    public OutlierDetection consecutive5xxErrors(int errors) {
        return count("consecutive5xxErrors", errors);
    }

    /** Sets {@code consecutiveGatewayErrors}: after how many of 502, 503 and 504 in a row; never where it is not set. */
    public OutlierDetection consecutiveGatewayErrors(int errors) {
        return count("consecutiveGatewayErrors", errors);
    }

    /**
     * Sets {@code consecutiveErrors}, which Istio has taken out of its documentation: {@code consecutiveGatewayErrors} has taken
     * its place.
     */
    public OutlierDetection consecutiveErrors(int errors) {
        return count("consecutiveErrors", errors);
    }

    /** Sets {@code splitExternalLocalOriginErrors}: connections that fail are counted by themselves. */
    public OutlierDetection splitExternalLocalOriginErrors(boolean split) {
        detection.set("splitExternalLocalOriginErrors", split);
        return this;
    }

    /** Sets {@code consecutiveLocalOriginFailures}: after how many connections that fail in a row, if they are counted by themselves. */
    public OutlierDetection consecutiveLocalOriginFailures(int failures) {
        return count("consecutiveLocalOriginFailures", failures);
    }

    /** Sets {@code interval}: how often it is looked at; 10 seconds where it is not set. */
    public OutlierDetection interval(Duration interval) {
        IstioDuration.write(detection, "interval", interval);
        return this;
    }

    /** Sets {@code baseEjectionTime}: for how long an endpoint gets nothing, times how often it has failed; 30 seconds where it is not set. */
    public OutlierDetection baseEjectionTime(Duration time) {
        IstioDuration.write(detection, "baseEjectionTime", time);
        return this;
    }

    /** Sets {@code maxEjectionPercent}: how many of the endpoints may get nothing, 0 to 100; 10 where it is not set. */
    public OutlierDetection maxEjectionPercent(int percent) {
        detection.set("maxEjectionPercent", percent, 0, 100);
        return this;
    }

    /** Sets {@code minHealthPercent}: below how many healthy endpoints all get requests again, 0 to 100; 0 where it is not set. */
    public OutlierDetection minHealthPercent(int percent) {
        detection.set("minHealthPercent", percent, 0, 100);
        return this;
    }

    /**
     * Adds to {@code outlierDetectionHttpErrorCodes}: which statuses of responses count as errors, each from 100 to 599, in place
     * of 500 to 599.
     */
    public OutlierDetection outlierDetectionHttpErrorCodes(int... statuses) {
        if (detection.given("outlierDetectionHttpErrorCodes", statuses)) {
            for (int status : statuses) {
                detection.add("outlierDetectionHttpErrorCodes", status, 100, 599);
            }
        }
        return this;
    }

    private OutlierDetection count(String field, int number) {
        detection.set(field, number, 0, Integer.MAX_VALUE);
        return this;
    }
}
