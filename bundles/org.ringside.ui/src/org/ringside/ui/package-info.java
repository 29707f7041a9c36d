/**
 * What a person sees in the workbench: editor, debugger, views, comparison and labs, one package each.
 */
package org.ringside.ui;
