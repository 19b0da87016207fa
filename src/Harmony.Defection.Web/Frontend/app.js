// Every page works without this file. It adds comfort: focus, counting, and no double sending.
import { Button, CharacterCount, ErrorSummary, NotificationBanner, SkipLink } from 'govuk-frontend'
import './closing.js'
import { watchContacts } from './contacts.js'

if ('noModule' in HTMLScriptElement.prototype) {
  document.body.classList.add('js-enabled', 'govuk-frontend-supported')
}

const start = (selector, Component, settings) => {
  document.querySelectorAll(`[data-module="${selector}"]`).forEach((element) => new Component(element, settings))
}

start('govuk-skip-link', SkipLink)
start('govuk-error-summary', ErrorSummary)
start('govuk-notification-banner', NotificationBanner)
start('govuk-character-count', CharacterCount)
watchContacts()

document.querySelectorAll('form[method="post"] .govuk-button').forEach((button) => {
  new Button(button, { preventDoubleClick: true })
})
