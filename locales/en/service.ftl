service-failed = I could not handle that. Everything you have registered is still there. Please try again in slightly different words.
service-media-gone = I could not get that file. Please send it once more.
service-too-many = That was a lot of messages, so I am pausing for about a minute. Your disputes and warnings are safe. Please go on in a moment.
operator-trouble = [Operator notice] { $cause } ({ $details })
