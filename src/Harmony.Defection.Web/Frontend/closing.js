// Warns before a form is closed for want of use, and keeps it open when asked. What was typed is never taken away.
const dialog = document.querySelector('dialog.hd-closing')

if (dialog && typeof dialog.showModal === 'function') {
  const closesAfter = Number(dialog.dataset.closesAfter) * 1000
  const warnsBefore = Number(dialog.dataset.warnsBefore) * 1000
  const [warning, over, left, said] = ['warning', 'over', 'left', 'said'].map((part) => dialog.querySelector(`[data-${part}]`))
  const stay = dialog.querySelector('form')
  const others = 'BroadcastChannel' in window ? new BroadcastChannel('form-used') : null
  let closesAt = 0
  let dismissed = false
  let told = ''

  const used = () => {
    closesAt = Date.now() + closesAfter
    dismissed = false
    told = ''
    warning.hidden = false
    over.hidden = true
    dialog.close()
  }

  const inWords = (milliseconds) => {
    const minutes = Math.ceil(milliseconds / 60000)
    return minutes === 1 ? '1 minute' : `${minutes} minutes`
  }

  const show = () => {
    if (!dialog.open && !dismissed) {
      dialog.showModal()
      dialog.querySelector('div:not([hidden]) h2').focus()
    }
  }

  const look = () => {
    const remaining = closesAt - Date.now()
    if (remaining <= 0 && over.hidden) {
      warning.hidden = true
      over.hidden = false
      dismissed = false
      show()
      over.querySelector('h2').focus()
    } else if (remaining > 0 && remaining <= warnsBefore) {
      const words = inWords(remaining)
      if (words !== told) {
        told = words
        left.textContent = words
        if (dialog.open) {
          said.textContent = `Your form closes in ${words}.`
        }
      }

      show()
    }
  }

  stay.addEventListener('submit', async (event) => {
    event.preventDefault()
    const answer = await fetch(stay.action, {
      method: 'POST', body: new FormData(stay), headers: { 'X-Requested-With': 'fetch' }, redirect: 'manual'
    }).catch(() => null)
    if (answer?.status === 204) {
      used()
      others?.postMessage('used')
    } else {
      closesAt = 0
      look()
    }
  })

  dialog.addEventListener('cancel', () => { dismissed = true })
  dialog.querySelector('[data-dismiss]').addEventListener('click', () => {
    dismissed = true
    dialog.close()
  })
  others?.addEventListener('message', used)
  document.addEventListener('visibilitychange', look)
  used()
  others?.postMessage('used')
  window.setInterval(look, 5000)
}
