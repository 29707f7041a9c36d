/**
 * Checking and grading: a lab's checks are run against a submission and become a report.
 *
 * <p>The IDE's check button and the command line grade by this same code.
 */
package org.ringside.lab;
